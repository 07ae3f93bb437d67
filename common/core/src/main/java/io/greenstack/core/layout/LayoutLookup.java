package io.greenstack.core.layout;

import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;

/** What is known of the process data of a device. */
public sealed interface LayoutLookup {

    /**
     * The device is bound to a description: decode with this.
     *
     * @param layout the layout and its parameter values as the api-service wrote them
     * @param decoder decoder of that layout
     * @param parameters the parameter values, for the decoder
     */
    record Bound(DeviceLayout layout, ProcessDataDecoder decoder, ParameterValues parameters) implements LayoutLookup {}

    /** The device is registered, and no description is bound to it: only the raw octets can be kept. */
    record Unbound() implements LayoutLookup {}

    /** No such device is registered: its process data can never be decoded. */
    record UnknownDevice() implements LayoutLookup {}

    /**
     * Nothing can be said now: pause, keep the message unacknowledged, ask again.
     *
     * @param reason why, for logs and health data
     */
    record Unavailable(String reason) implements LayoutLookup {}
}
