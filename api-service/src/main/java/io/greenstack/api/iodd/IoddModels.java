package io.greenstack.api.iodd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.json.IoddJson;

/**
 * Models of stored IODDs, made from their JSON form without reading a file again. Those used last are kept, as many as
 * 4 MiB of main files make, by catalog id and checksum: an id is never given twice, a row never changes.
 */
@ApplicationScoped
public class IoddModels {

    private static final long MAX_KEPT = 4L << 20;

    private final DescriptionService descriptions;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    @Inject
    public IoddModels(DescriptionService descriptions) {
        this.descriptions = descriptions;
    }

    /** The model of an IODD that is there. */
    public IoddDescription of(DescriptionSummary summary) {
        return of(summary.id(), summary.sha256(), summary.byteSize(),
                () -> IoddJson.fromJson(descriptions.model(summary.id(), DescriptionKind.IODD)));
    }

    private IoddDescription of(long id, String checksum, long bytes, Supplier<IoddDescription> reader) {
        String key = id + "/" + checksum;
        synchronized (kept) {
            Kept known = kept.get(key);
            if (known != null) {
                return known.model();
            }
        }
        IoddDescription model = reader.get();
        synchronized (kept) {
            if (kept.put(key, new Kept(model, bytes)) == null) {
                size += bytes;
            }
            var oldest = kept.values().iterator();
            while (size > MAX_KEPT && kept.size() > 1) {
                size -= oldest.next().bytes();
                oldest.remove();
            }
        }
        return model;
    }

    private record Kept(IoddDescription model, long bytes) {}
}
