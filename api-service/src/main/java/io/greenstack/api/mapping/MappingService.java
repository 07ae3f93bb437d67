package io.greenstack.api.mapping;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.FieldError;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.TopicFilter;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.mappings.CompiledMapping;
import io.greenstack.mappings.Mapping;
import io.greenstack.mappings.MappingException;
import io.greenstack.mappings.MappingLimits;
import io.greenstack.platform.config.MqttConfig;

/** Mappings: writing, changing, deleting. What cannot be applied is not stored. */
@ApplicationScoped
class MappingService {

    private static final int MOST = 200;
    private static final DeviceId ANY = new DeviceId("any");

    private final MappingRepository mappings;
    private final Event<MappingsChanged> changed;
    private final ChangeNotes notes;
    private final Topics topics;
    private final Clock clock;

    MappingService(MappingRepository mappings, Event<MappingsChanged> changed, ChangeNotes notes, MqttConfig mqtt,
            Clock clock) {
        this.mappings = mappings;
        this.changed = changed;
        this.notes = notes;
        this.topics = new Topics(mqtt.topicPrefix());
        this.clock = clock;
    }

    /** The bridges have to know the mappings anew; told inside the transaction of the change. */
    record MappingsChanged() {}

    Page<MappingView> page(Boolean enabled, PageRequest page) {
        return mappings.page(enabled, page);
    }

    MappingView get(long id) {
        return mappings.find(id).orElseThrow(() -> unknown(id));
    }

    @Transactional
    public List<MappingView> versions(long id) {
        get(id);
        return mappings.versions(id);
    }

    /** @throws ApiException 400 naming what is wrong, 409 when the name is taken or there are too many */
    @Transactional
    public MappingView create(MappingRequest request, String who) {
        Mapping mapping = check(request, 0);
        if (mappings.count() >= MOST) {
            throw ApiException.conflict("too-many-mappings", "There are " + MOST + " mappings; delete some first.");
        }
        MappingView made = get(mappings.insert(mapping, request.isEnabled(), clock.instant(), who));
        notes.changed(null, made);
        changed.fire(new MappingsChanged());
        return made;
    }

    /**
     * Replaces a mapping.
     *
     * @param expected version that it has to have, null for any
     */
    @Transactional
    public MappingView replace(long id, MappingRequest request, Long expected, String who) {
        MappingView before = mappings.lock(id).orElseThrow(() -> unknown(id));
        if (expected != null && expected != before.version()) {
            throw ApiException.conflict("mapping-changed", "The mapping has version " + before.version()
                    + " by now; read it again.");
        }
        mappings.update(id, check(request, id), request.isEnabled(), clock.instant(), who);
        MappingView after = get(id);
        notes.changed(before, after);
        changed.fire(new MappingsChanged());
        return after;
    }

    @Transactional
    public void delete(long id) {
        MappingView before = get(id);
        if (!mappings.delete(id)) {
            throw unknown(id);
        }
        notes.changed(before, null);
        changed.fire(new MappingsChanged());
    }

    private Mapping check(MappingRequest request, long id) {
        Mapping mapping = request.toMapping();
        try {
            new CompiledMapping(mapping, MappingLimits.DEFAULT);
            for (String filter : mapping.topics()) {
                own(filter);
            }
        } catch (MappingException e) {
            FieldError error = MappingTrials.error(e);
            throw new ApiException(400, "invalid-mapping", "The mapping cannot be applied: " + e.line(),
                    List.of(error));
        }
        if (mappings.nameTaken(mapping.name(), id)) {
            throw ApiException.conflict("mapping-exists", "There is a mapping with the name '" + mapping.name()
                    + "'; dead letters tell mappings by their names.");
        }
        return mapping;
    }

    /** What the bridge publishes must not come back to it. */
    private void own(String filter) {
        if (filter.startsWith("$")) {
            throw new MappingException("topics", -1, "'" + filter + "' begins with $, which is for the broker");
        }
        for (TopicKind kind : TopicKind.values()) {
            String topic = topics.topic(kind, ANY);
            if (TopicFilter.of(filter).matches(topic)) {
                throw new MappingException("topics", -1, "'" + filter + "' also matches topics of this suite, such as "
                        + topic + "; foreign messages need topics of their own");
            }
        }
    }

    private static ApiException unknown(long id) {
        return new ApiException(404, "unknown-mapping", "There is no mapping " + id + ".");
    }
}
