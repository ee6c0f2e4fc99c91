/// What can be done from a shell? One class for each command.
package infogap.command;
