package io.greenstack.platform.layout;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Bound;
import io.greenstack.core.layout.LayoutLookup.Unbound;
import io.greenstack.core.processdata.LayoutException;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Turns layout documents into decoders. Devices of the same product share one decoder. */
final class LayoutCompiler {

    private static final int DECODERS = 500;

    private final Map<ProcessDataLayout, ProcessDataDecoder> decoders = BoundedMap.ofUsed(DECODERS);
    private final Counter unreadable;

    LayoutCompiler(MeterRegistry metrics) {
        this.unreadable = Counter.builder("greenstack.layouts.unreadable")
                .description("Layouts in Redis that could not be read").register(metrics);
    }

    /**
     * Reads a document.
     *
     * @throws IOException if it cannot be read or decoded with
     */
    LayoutLookup compile(String deviceId, byte[] document) throws IOException {
        try {
            DeviceLayout layout = DeviceLayoutJson.read(document);
            if (!layout.deviceId().equals(deviceId)) {
                throw new IOException("it is the one of " + layout.deviceId());
            }
            if (!layout.bound()) {
                return new Unbound();
            }
            return new Bound(layout, decoder(layout.layout()), ParameterValues.of(layout.parameters()));
        } catch (IOException e) {
            unreadable.increment();
            throw e;
        } catch (LayoutException | IllegalArgumentException e) {
            unreadable.increment();
            throw new IOException(e.getMessage(), e);
        }
    }

    private synchronized ProcessDataDecoder decoder(ProcessDataLayout layout) {
        return decoders.computeIfAbsent(layout, ProcessDataDecoder::of);
    }

    static byte[] digest(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
