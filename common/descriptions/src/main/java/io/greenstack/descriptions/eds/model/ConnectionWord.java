package io.greenstack.descriptions.eds.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The connection-parameters word of a connection: bits 0 to 3 fixed and variable sizes, 8 to 10 and 12 to 14 real-time
 * formats, 16 to 23 connection types, 24 to 31 priorities; always O-to-T first.
 *
 * @param bits the 32 bits
 */
public record ConnectionWord(long bits) {

    /** What stands before the data of a class 0 or 1 connection, besides the sequence count. */
    public enum RealTimeFormat {
        /** Nothing: data whenever the connection is open. */
        MODELESS(0),
        /** Nothing: a packet without data means idle. */
        ZERO_LENGTH(0),
        /** Reserved. */
        RESERVED(0),
        /** No data at all. */
        HEARTBEAT(0),
        /** A header of 32 bits whose bit 0 is run (1) or idle (0). */
        RUN_IDLE_HEADER(4),
        /** Safety data. */
        SAFETY(0);

        private final int headerOctets;

        RealTimeFormat(int headerOctets) {
            this.headerOctets = headerOctets;
        }

        /** Octets of the header. */
        public int headerOctets() {
            return headerOctets;
        }

        static RealTimeFormat of(int code) {
            return code < values().length ? values()[code] : RESERVED;
        }
    }

    /** How packets are addressed; the order is that of the code in the Forward_Open request. */
    public enum ConnectionType {
        /** No connection in this direction. */
        NULL,
        /** Multicast. */
        MULTICAST,
        /** Point to point. */
        POINT_TO_POINT
    }

    /** Priorities; the order is that of the code in the Forward_Open request. */
    public enum Priority {
        /** Low. */
        LOW,
        /** High. */
        HIGH,
        /** Scheduled. */
        SCHEDULED,
        /** Urgent. */
        URGENT
    }

    /** True if the size may be fixed. */
    public boolean fixedSize(boolean originatorToTarget) {
        return bit(originatorToTarget ? 0 : 2);
    }

    /** True if the size may vary from packet to packet. */
    public boolean variableSize(boolean originatorToTarget) {
        return bit(originatorToTarget ? 1 : 3);
    }

    /** The real-time format. */
    public RealTimeFormat format(boolean originatorToTarget) {
        return RealTimeFormat.of((int) (bits >> (originatorToTarget ? 8 : 12)) & 7);
    }

    /** The connection types that are supported. */
    public List<ConnectionType> types(boolean originatorToTarget) {
        return Stream.of(ConnectionType.values()).filter(one -> bit((originatorToTarget ? 16 : 20) + one.ordinal()))
                .toList();
    }

    /** The priorities that are supported. */
    public List<Priority> priorities(boolean originatorToTarget) {
        return Stream.of(Priority.values()).filter(one -> bit((originatorToTarget ? 24 : 28) + one.ordinal())).toList();
    }

    private boolean bit(int number) {
        return (bits >> number & 1) == 1;
    }
}
