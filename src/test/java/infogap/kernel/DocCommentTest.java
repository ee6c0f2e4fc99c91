package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DocCommentTest {

    @Test
    void tagsBecomeWhatTheyStandFor() {
        assertEquals("""
                The value of a < b, see Map.get or the label.
                 - one
                 - two

                Parameter T the type
                Parameter a the first & only
                Returns nothing
                Throws Exception if not""", DocComment.text("""
                 The value of {@code a < b}, see {@link Map#get} or {@link Map#put(Object, Object) the label}.
                 <ul><li>one
                 <li>two</ul>
                 @param <T> the type
                 @param a the first &amp; only
                 @return nothing
                 @throws Exception if not"""));
    }

    @Test
    void aMarkdownCommentIsTextAlready() {
        String comment = "A *sum* of `a` and [Ratio].\n\n- one\n- two";
        assertEquals(comment, DocComment.text(comment));
    }
}
