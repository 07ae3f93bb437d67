package io.greenstack.edge.mqtt;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;

/** Octets of received packets. */
final class Payloads {

    private Payloads() {}

    /** The packet's own array where it is exactly the payload (the usual case), else a copy. */
    static byte[] octets(Buffer payload) {
        ByteBuf buffer = payload.getByteBuf();
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.readerIndex() == 0
                && buffer.array().length == buffer.readableBytes()) {
            return buffer.array();
        }
        return payload.getBytes();
    }
}
