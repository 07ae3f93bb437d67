package io.greenstack.api.eds;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.eds.reader.EdsReader;
import io.greenstack.descriptions.eds.reader.EdsReading;

/**
 * The models of stored EDS files. They are read from the stored octets when asked for, so that what a newer reader understands
 * shows without a new import; the last few are kept.
 */
@ApplicationScoped
public class EdsModels {

    private static final int KEPT = 8;

    private final DescriptionService descriptions;
    private final Map<String, EdsReading> kept = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EdsReading> eldest) {
            return size() > KEPT;
        }
    };

    @Inject
    public EdsModels(DescriptionService descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * Model and findings of a file.
     *
     * @throws ApiException 404 when there is no such EDS
     */
    public EdsReading reading(long id) {
        String sha256 = descriptions.summary(id, DescriptionKind.EDS).sha256();
        synchronized (kept) {
            EdsReading known = kept.get(sha256);
            if (known != null) {
                return known;
            }
        }
        EdsReading reading = EdsReader.read(descriptions.mainFile(id, DescriptionKind.EDS).content());
        synchronized (kept) {
            kept.put(sha256, reading);
        }
        return reading;
    }
}
