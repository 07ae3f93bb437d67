package io.greenstack.api.device;

import java.util.regex.Pattern;

import io.greenstack.api.platform.ApiException;

/** Names of condition parameters: a variable id, with {@code /subindex} behind it for a record item. */
final class ParameterNames {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._:-]{1,200}(/\\d{1,5})?");

    private ParameterNames() {}

    /** Throws 400 when the text is no parameter name. */
    static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw ApiException.invalidParameter("parameters",
                    "names are variable ids such as V_Mode, or V_Mode/2 for a record item");
        }
    }
}
