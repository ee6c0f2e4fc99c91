package infogap.kernel;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Puts a [StopCheck] at the start of every method of a cell and before every backward jump, so that no loop and no recursion
/// written in a cell runs on after an interrupt.
///
/// The JDK's `LocalExecutionControl` does the same with a class of its own (`REPL.$Cancel$`) that is not part of its API, stops
/// all cells at once and can wait for threads that a cell has left running; hence our own, on the public class-file API.
final class StopCheckWeaver {

    private static final ClassDesc STOP_CHECK = ClassDesc.of(StopCheck.class.getName());

    /// Verification types are computed anew for woven methods, which asks for the super types of the cells' own classes.
    private final Map<ClassDesc, ClassHierarchyInfo> cellClasses = new ConcurrentHashMap<>();

    private final ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
            ((ClassHierarchyResolver) cellClasses::get).orElse(ClassHierarchyResolver.defaultResolver())));

    /// Remembers a class, so that the code of those that arrive with it or after it may mention it.
    void learn(byte[] bytecode) {
        ClassModel model = classFile.parse(bytecode);
        cellClasses.put(model.thisClass().asSymbol(), model.flags().has(AccessFlag.INTERFACE)
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(model.superclass().map(ClassEntry::asSymbol).orElse(ConstantDescs.CD_Object)));
    }

    byte[] weave(byte[] bytecode) {
        return classFile.transformClass(
                classFile.parse(bytecode),
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Weaving::new)));
    }

    private static final class Weaving implements CodeTransform {

        private final Set<Label> passed = new HashSet<>();

        private boolean started;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (!started && element instanceof Instruction) {
                // after the first line number, so that a stack trace which ends in the check has its line
                started = true;
                check(code);
            }
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                case BranchInstruction branch when passed.contains(branch.target()) -> check(code);
                default -> { }
            }
            code.with(element);
        }

        private static void check(CodeBuilder code) {
            code.invokestatic(STOP_CHECK, "check", ConstantDescs.MTD_void);
        }
    }
}
