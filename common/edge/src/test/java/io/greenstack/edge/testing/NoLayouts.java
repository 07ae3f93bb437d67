package io.greenstack.edge.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.platform.layout.LayoutSettings;
import io.greenstack.platform.layout.LayoutSource;
import io.greenstack.platform.layout.LayoutStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;

/** Layouts of devices that are registered, none of which is bound to a description. */
public final class NoLayouts {

    private NoLayouts() {}

    /** Knows these devices and no others. */
    public static LayoutSource source(String... devices) {
        Map<String, byte[]> documents = new HashMap<>();
        for (String device : devices) {
            documents.put(device, DeviceLayoutJson.write(new DeviceLayout(device, 1, Map.of(), null)));
        }
        LayoutSettings settings = new LayoutSettings() {
            @Override
            public int cacheSize() {
                return 10;
            }

            @Override
            public Duration recheckAfter() {
                return Duration.ofMinutes(1);
            }

            @Override
            public Duration unknownFor() {
                return Duration.ofMinutes(1);
            }
        };
        return new LayoutSource(ids -> Uni.createFrom().item(new LayoutStore.Documents(true, found(documents, ids))),
                (onChange, onSubscribed) -> {}, settings, new SimpleMeterRegistry());
    }

    private static Map<String, byte[]> found(Map<String, byte[]> documents, List<String> ids) {
        Map<String, byte[]> found = new HashMap<>(documents);
        found.keySet().retainAll(ids);
        return found;
    }
}
