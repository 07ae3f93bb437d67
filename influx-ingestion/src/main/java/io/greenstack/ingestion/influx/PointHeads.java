package io.greenstack.ingestion.influx;

import java.util.Objects;

/**
 * What is encoded of a parameter of a device: in the narrow layout measurement and tags, in the wide one the name of its field. It is
 * the same for every message, and escaping it was the dearest part of a line. A place for each hash: a newcomer takes the place of
 * whoever has it, so the memory is bounded and nothing has to be evicted. Safe for several threads, since entries never change; a
 * lost update costs one more encoding.
 */
final class PointHeads {

    private static final int PLACES = 1 << 14;
    /** Longer ones are encoded each time, so that names at their limit do not fill the memory. */
    private static final int LONGEST = 256;

    private final Head[] heads = new Head[PLACES];

    private record Head(String device, String parameter, String unit, byte[] octets) {

        boolean of(String otherDevice, String otherParameter, String otherUnit) {
            return device.equals(otherDevice) && parameter.equals(otherParameter) && Objects.equals(unit, otherUnit);
        }
    }

    /** The octets; null if they are not known, or not any more. */
    byte[] find(String device, String parameter, String unit) {
        Head head = heads[place(device, parameter, unit)];
        return head != null && head.of(device, parameter, unit) ? head.octets : null;
    }

    void keep(String device, String parameter, String unit, byte[] octets) {
        if (octets.length <= LONGEST) {
            heads[place(device, parameter, unit)] = new Head(device, parameter, unit, octets);
        }
    }

    private static int place(String device, String parameter, String unit) {
        int hash = (device.hashCode() * 31 + parameter.hashCode()) * 31 + (unit == null ? 0 : unit.hashCode());
        hash *= 0x9E3779B9;
        return hash >>> 18;
    }
}
