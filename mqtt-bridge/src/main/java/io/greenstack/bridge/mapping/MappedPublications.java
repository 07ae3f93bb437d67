package io.greenstack.bridge.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.Publication;
import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.TopicKind;
import io.greenstack.mappings.MappedItem;
import io.greenstack.mappings.MappedMessage;

/**
 * What mappings made, as messages of this suite. Values of one device and one time go together. A registration goes out when it is
 * another one than before, since each is a request to the API.
 */
final class MappedPublications {

    private static final int MOST_DEVICES = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CanonicalMessages messages;
    private final Map<DeviceId, Integer> registered = BoundedMap.ofUsed(MOST_DEVICES);

    MappedPublications(CanonicalMessages messages) {
        this.messages = messages;
    }

    List<Publication> of(MappedMessage message, Instant received) {
        List<Publication> publications = new ArrayList<>();
        Map<DeviceId, Map<Instant, List<NamedValue>>> values = new LinkedHashMap<>();
        for (MappedItem item : message.items()) {
            DeviceId device = item.device();
            Map<String, Object> registration = item.registration();
            if (registration != null
                    && !Integer.valueOf(registration.hashCode())
                            .equals(registered.put(device, registration.hashCode()))) {
                publications.add(messages.object(TopicKind.REGISTER, device, false, json -> {
                    json.setCodec(JSON);
                    for (Map.Entry<String, Object> member : registration.entrySet()) {
                        json.writeObjectField(member.getKey(), member.getValue());
                    }
                }));
            }
            if (item.connected() != null) {
                publications.add(messages.status(device, item.connected(), or(item.time(), received)));
            }
            if (item.processData() != null) {
                publications.add(messages.processData(device, item.processData(), null, or(item.time(), received)));
            }
            if (!item.events().isEmpty()) {
                publications.addAll(messages.events(device, item.events().stream()
                        .map(event -> new CanonicalMessages.Event(event.code(), event.mode(), event.type(),
                                or(event.time(), received)))
                        .toList()));
            }
            item.values().forEach(value -> values.computeIfAbsent(device, id -> new LinkedHashMap<>())
                    .computeIfAbsent(or(value.time(), received), time -> new ArrayList<>()).add(value.value()));
        }
        values.forEach((device, byTime) -> byTime
                .forEach((time, some) -> publications.addAll(messages.values(device, some, time))));
        return publications;
    }

    private static Instant or(Instant time, Instant otherwise) {
        return time == null ? otherwise : time;
    }
}
