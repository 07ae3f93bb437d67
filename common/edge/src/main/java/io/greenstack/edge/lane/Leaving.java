package io.greenstack.edge.lane;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.platform.config.MqttConfig.Leave;

/**
 * Whether a replica that stops leaves for good. Without a group nobody would take what comes meanwhile, so then it never does.
 */
final class Leaving {

    /** As a StatefulSet numbers its pods; longer numbers are part of a name. */
    private static final Pattern ORDINAL = Pattern.compile(".*-(\\d{1,4})");

    private Leaving() {}

    static boolean atStop(Leave leave, Optional<String> group, String clientId) {
        if (group.filter(name -> !name.isBlank()).isEmpty()) {
            return false;
        }
        Matcher number = ORDINAL.matcher(clientId);
        return switch (leave) {
            case NEVER -> false;
            case SCALED -> number.matches() && Integer.parseInt(number.group(1)) > 0;
            case ALWAYS -> true;
        };
    }
}
