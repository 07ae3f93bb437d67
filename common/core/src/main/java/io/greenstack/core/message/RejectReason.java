package io.greenstack.core.message;

import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.LayoutException;

/**
 * Why a message can never succeed: the stable codes of dead letters, metrics and error bodies. Kebab-case; once
 * published, a code keeps its meaning.
 */
public final class RejectReason {

    /** The topic is none of ours. */
    public static final String UNKNOWN_TOPIC = "unknown-topic";
    /** The device id is not {@code [A-Za-z0-9._:-]{1,64}}. */
    public static final String BAD_DEVICE_ID = "bad-device-id";
    /** No device of this id is registered. */
    public static final String UNKNOWN_DEVICE = "unknown-device";

    /** The payload has no octets. */
    public static final String EMPTY_PAYLOAD = "empty-payload";
    /** The payload is larger than allowed. */
    public static final String PAYLOAD_TOO_LARGE = "payload-too-large";
    /** The payload is not JSON. */
    public static final String NOT_JSON = "not-json";
    /** The payload is no Sparkplug B payload. */
    public static final String NOT_PROTOBUF = "not-protobuf";
    /** A Sparkplug metric has an alias that no birth certificate explains. */
    public static final String UNKNOWN_ALIAS = "unknown-alias";
    /** The payload is JSON of a shape that is not known. */
    public static final String UNKNOWN_SHAPE = "unknown-shape";
    /** The payload nests deeper than allowed. */
    public static final String TOO_DEEP = "too-deep";
    /** A member stands twice in an object. */
    public static final String DUPLICATE_MEMBER = "duplicate-member";
    /** A known member has a value of the wrong kind. */
    public static final String BAD_MEMBER = "bad-member";
    /** A name or text is longer than allowed. */
    public static final String TEXT_TOO_LONG = "text-too-long";

    /** A parameter's value is an object or a list. */
    public static final String NESTED_VALUE = "nested-value";
    /** A parameter has no value. */
    public static final String MISSING_VALUE = "missing-value";
    /** A value is NaN, infinite, or beyond what a double holds. */
    public static final String NON_FINITE_VALUE = "non-finite-value";
    /** A parameter's name is empty or has control characters. */
    public static final String BAD_PARAMETER_NAME = "bad-parameter-name";
    /** One message, or a device over time, has more distinct parameters than allowed. */
    public static final String TOO_MANY_PARAMETERS = "too-many-parameters";
    /** One message has more events than allowed. */
    public static final String TOO_MANY_EVENTS = "too-many-events";
    /** The timestamp is unreadable, has no zone, or is older than 10 years or more than a day ahead. */
    public static final String BAD_TIMESTAMP = "bad-timestamp";

    /** Raw octets are not hexadecimal text, not numbers 0..255, or not base64. */
    public static final String BAD_OCTETS = "bad-octets";
    /** Process data has another length than the device's description says. */
    public static final String WRONG_LENGTH = DecodeException.WRONG_LENGTH;
    /** The description has no process data for the device's present parameters. */
    public static final String NO_MATCHING_FRAME = DecodeException.NO_MATCHING_FRAME;
    /** The compiled layout of the device cannot be used. */
    public static final String BAD_LAYOUT = LayoutException.REASON;

    /** An expression of a mapping fails for this message; the detail names the mapping. */
    public static final String MAPPING_FAILED = "mapping-failed";
    /** A status message with a state that is neither connected nor disconnected. */
    public static final String UNKNOWN_STATE = "unknown-state";
    /** A registration with an identity out of range. */
    public static final String BAD_REGISTRATION = "bad-registration";
    /** The time-series store refuses this very data for good. */
    public static final String STORE_REJECTED = "store-rejected";
    /** The API refuses this very data for good. */
    public static final String API_REJECTED = "api-rejected";
    /** We fail over this very message; the detail names the kind of the failure. */
    public static final String INTERNAL_ERROR = "internal-error";
    /** A message from us that the broker does not take, or that is no MQTT message. */
    public static final String NOT_PUBLISHABLE = "not-publishable";

    private RejectReason() {}
}
