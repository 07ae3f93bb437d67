package io.greenstack.api.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.api.platform.ApiException;

/**
 * Name of a dead letter over all services, as text {@code mqtt-bridge:1763978400123-0}. The order is newest first, and by
 * service among those of one instant.
 *
 * @param service service that gave the message up
 * @param millis epoch milliseconds of its storing
 * @param number number within that millisecond
 */
record DeadLetterId(String service, long millis, long number) implements Comparable<DeadLetterId> {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{0,63}):(\\d{1,15})-(\\d{1,18})");

    /**
     * Reads the text form.
     *
     * @param parameter what the client calls it
     * @throws ApiException 400 if it is none
     */
    static DeadLetterId parse(String parameter, String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            throw ApiException.invalidParameter(parameter,
                    "an id as in the list is needed, for example 'mqtt-bridge:1763978400123-0'");
        }
        return new DeadLetterId(form.group(1), Long.parseLong(form.group(2)), Long.parseLong(form.group(3)));
    }

    static DeadLetterId of(String service, String streamId) {
        int hyphen = streamId.indexOf('-');
        return new DeadLetterId(service, Long.parseLong(streamId.substring(0, hyphen)),
                Long.parseLong(streamId.substring(hyphen + 1)));
    }

    /** Id in the stream of its service. */
    String streamId() {
        return millis + "-" + number;
    }

    @Override
    public int compareTo(DeadLetterId other) {
        int newer = Long.compare(other.millis, millis);
        int later = newer != 0 ? newer : Long.compare(other.number, number);
        return later != 0 ? later : service.compareTo(other.service);
    }

    @Override
    public String toString() {
        return service + ":" + streamId();
    }
}
