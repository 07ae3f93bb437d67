package io.greenstack.generators.client;

import io.greenstack.generators.Blueprint;

/** Texts of vendors where programs have them. */
final class Shell {

    private Shell() {}

    /** One line without control characters, for a comment. */
    static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\\\]+", " ");
    }

    /** A word of a shell in which nothing is expanded. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The id of the device, or one that tells that it is to be filled in. */
    static String device(Blueprint blueprint) {
        return blueprint.deviceId() == null ? "my-device" : blueprint.deviceId();
    }
}
