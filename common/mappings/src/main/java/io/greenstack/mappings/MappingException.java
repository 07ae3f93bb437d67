package io.greenstack.mappings;

/** A rule, or one of its expressions for some message, is wrong. Without a stack trace: it tells about the rule, not about the code. */
public final class MappingException extends RuntimeException {

    private final String member;
    private final int position;

    /**
     * @param member of the rule, such as {@code values}
     * @param position character of the expression, from 0; -1 if it has none
     * @param detail for people
     */
    public MappingException(String member, int position, String detail) {
        super(detail, null, false, false);
        this.member = member;
        this.position = position;
    }

    /** Which member of the rule. */
    public String member() {
        return member;
    }

    /** Where in its expression, from 0; -1 if no place is known. */
    public int position() {
        return position;
    }

    /** Member, place and detail in one line. */
    public String line() {
        return member + (position < 0 ? "" : " at " + position) + ": " + getMessage();
    }
}
