package io.greenstack.core.processdata;

import java.util.Objects;

/**
 * Names a device parameter: a variable or a record item of it.
 *
 * @param variableId id of the variable in the description
 * @param subindex record item, 0 for the whole variable
 */
public record ParameterKey(String variableId, int subindex) {

    public ParameterKey {
        Objects.requireNonNull(variableId, "variableId");
    }

    /** {@code V_Mode} for a whole variable, {@code V_Mode/2} for a record item. */
    public String text() {
        return subindex == 0 ? variableId : variableId + "/" + subindex;
    }

    /** Reads what {@link #text()} writes; a text without a number after its last slash is a whole variable. */
    public static ParameterKey parse(String text) {
        int slash = text.lastIndexOf('/');
        int digits = text.length() - slash - 1;
        if (slash < 1 || digits < 1 || digits > 5) {
            return new ParameterKey(text, 0);
        }
        int subindex = 0;
        for (int i = slash + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return new ParameterKey(text, 0);
            }
            subindex = subindex * 10 + c - '0';
        }
        return new ParameterKey(text.substring(0, slash), subindex);
    }
}
