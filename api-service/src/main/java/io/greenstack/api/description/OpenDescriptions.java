package io.greenstack.api.description;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.StoredContent;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Descriptions of the catalog that are in use. Those used last are kept, as many as a few MiB of main files make, by catalog id
 * and checksum: an id is never given twice, a row never changes.
 */
@ApplicationScoped
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
public class OpenDescriptions {

    private static final long MAX_OCTETS = 8L << 20;
    /** What a description holds beside its file. */
    private static final int BASE_WEIGHT = 4 << 10;

    private final DescriptionService descriptions;
    private final DescriptionFormats formats;
    private final Cache<Key, OpenDescription> kept = Caffeine.newBuilder().maximumWeight(MAX_OCTETS)
            .weigher((Key key, OpenDescription open) -> (int) Math.min(MAX_OCTETS, BASE_WEIGHT + key.octets()))
            .build();

    @Inject
    public OpenDescriptions(DescriptionService descriptions, DescriptionFormats formats) {
        this.descriptions = descriptions;
        this.formats = formats;
    }

    private record Key(long id, String sha256, long octets) {}

    /** A description that is there; nothing is loaded before it is needed. */
    public OpenDescription of(DescriptionSummary summary) {
        return kept.get(new Key(summary.id(), summary.sha256(), summary.byteSize()),
                key -> formats.of(summary.kind().name()).open(new Content(summary.id(), summary.kind())));
    }

    /**
     * A description in the form that only its format knows.
     *
     * @throws io.greenstack.api.platform.ApiException 404 when there is none of that kind
     */
    public <T extends OpenDescription> T of(long id, DescriptionKind kind, Class<T> form) {
        return form.cast(of(descriptions.summary(id, kind)));
    }

    /** The documents of a row, read when they are asked for. */
    private final class Content implements StoredContent {

        private final long id;
        private final DescriptionKind kind;

        private Content(long id, DescriptionKind kind) {
            this.id = id;
            this.kind = kind;
        }

        @Override
        public String model() {
            return descriptions.model(id, kind);
        }

        @Override
        public byte[] mainFile() {
            return descriptions.mainFile(id, kind).content();
        }
    }
}
