package io.greenstack.api.description;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.platform.MemoryCaches;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.LargeFiles;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.StoredContent;

/**
 * Stored descriptions that are in use. Those used last are kept opened, as many as 4 MiB of main files make, and of unusually
 * large ones the last: an id is never given twice, and what is stored under it changes with its version only.
 */
@ApplicationScoped
public class OpenDescriptions {

    private static final int MAX_KEPT = 4 << 20;

    private final DescriptionService descriptions;
    private final DescriptionFormats formats;
    private final Cache<Key, OpenDescription> kept = MemoryCaches.ofWeight(MAX_KEPT,
            (key, open) -> (int) Math.min(MAX_KEPT, key.bytes()));
    private final Cache<Key, OpenDescription> large = MemoryCaches.ofSize(1);

    private record Key(long id, String sha256, int version, long bytes) {}

    OpenDescriptions(DescriptionService descriptions, DescriptionFormats formats) {
        this.descriptions = descriptions;
        this.formats = formats;
    }

    /** A description that is there. */
    public OpenDescription of(DescriptionSummary summary) {
        long id = summary.id();
        Cache<Key, OpenDescription> cache = LargeFiles.isLarge(summary.byteSize()) ? large : kept;
        return cache.get(new Key(id, summary.sha256(), summary.viewVersion(), summary.byteSize()),
                key -> formats.of(summary.kind()).open(new StoredContent() {
                    @Override
                    public String model() {
                        return descriptions.model(id, null);
                    }

                    @Override
                    public byte[] mainFile() {
                        return descriptions.mainFile(id, null).content();
                    }
                }));
    }
}
