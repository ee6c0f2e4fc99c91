"""The conformance suite of the Jupyter project (jupyter_kernel_test) for the kernel infogap-java."""
import unittest

import jupyter_kernel_test

# The suite waits a tenth of a second for a message; on a busy machine that measures the machine.
PATIENCE = 60
jupyter_kernel_test.TIMEOUT = PATIENCE


class Conformance(jupyter_kernel_test.KernelTests):
    kernel_name = "infogap-java"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "System.out.printl", "matches": {"println("}},
        {"text": "Math.sq", "matches": {"sqrt("}},
    ]
    complete_code_samples = ["1", "int x = 3;", "class A {}", "for (int i = 0; i < 3; i++) { }", "// comment", ""]
    incomplete_code_samples = ["int x = ", "class A {", "for (int i = 0; i < 3; i++) {", 'String s = """\nabc']
    invalid_code_samples = ["}{", ")", "int y = 3; }"]
    code_generate_error = 'throw new IllegalStateException("no");'
    code_execute_result = [
        {"code": "6*7", "result": "42"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
    ]
    code_display_data = [
        {"code": 'display("<b>x</b>", "text/html");', "mime": "text/html"},
        {"code": 'display("# x", "text/markdown");', "mime": "text/markdown"},
        {"code": 'display("x^2", "text/latex");', "mime": "text/latex"},
        {"code": 'display("<svg/>", "image/svg+xml");', "mime": "image/svg+xml"},
        {"code": "display(new java.awt.image.BufferedImage(3, 3, 1));", "mime": "image/png"},
    ]
    code_history_pattern = "6*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.sqrt"

    def execute_helper(self, *arguments, **options):
        channel = self.kc.iopub_channel
        hurried = channel.get_msg
        channel.get_msg = lambda timeout=None: hurried(timeout=PATIENCE)
        try:
            return super().execute_helper(*arguments, **options)
        finally:
            channel.get_msg = hurried


if __name__ == "__main__":
    unittest.main(verbosity=2)
