/// Is a file ever half written? Files that appear whole or not at all.
package infogap.storage;
