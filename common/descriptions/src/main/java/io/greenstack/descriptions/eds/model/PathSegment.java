package io.greenstack.descriptions.eds.model;

/**
 * One segment of a CIP path (Volume 1, appendix C-1.4).
 *
 * @param kind kind of segment
 * @param value its number: class, instance, connection point, attribute, port, ...; -1 if it has none
 * @param text its text: symbol, link address or data as hexadecimal; empty if it has none
 */
public record PathSegment(Kind kind, long value, String text) {

    /** The kinds of segments. */
    public enum Kind {
        /** Object class. */
        CLASS,
        /** Instance of the class. */
        INSTANCE,
        /** Member. */
        MEMBER,
        /** Connection point. */
        CONNECTION_POINT,
        /** Attribute. */
        ATTRIBUTE,
        /** Electronic key. */
        KEY,
        /** Service. */
        SERVICE,
        /** Port with a link address. */
        PORT,
        /** Network segment: schedule, production inhibit time. */
        NETWORK,
        /** Symbol. */
        SYMBOL,
        /** Data, for example of a configuration. */
        DATA
    }
}
