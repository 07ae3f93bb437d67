package io.greenstack.api.iodd.parameter;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.iodd.model.json.IoddJson;

/**
 * The parameters of stored descriptions. Those used last are kept, by checksum of their file, so that a description that was deleted is
 * never answered for another one.
 */
@ApplicationScoped
public class ParameterService {

    private static final int KEPT = 64;

    private final DescriptionService descriptions;
    private final Map<String, ParameterCatalog> catalogs = new LinkedHashMap<>(KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ParameterCatalog> eldest) {
            return size() > KEPT;
        }
    };

    @Inject
    public ParameterService(DescriptionService descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * The parameters of an IODD.
     *
     * @throws io.greenstack.api.platform.ApiException 404 when there is no such IODD
     */
    public ParameterCatalog catalog(long descriptionId) {
        String checksum = descriptions.summary(descriptionId, DescriptionKind.IODD).sha256();
        synchronized (catalogs) {
            ParameterCatalog known = catalogs.get(checksum);
            if (known != null) {
                return known;
            }
        }
        ParameterCatalog made = ParameterCatalog
                .of(IoddJson.fromJson(descriptions.model(descriptionId, DescriptionKind.IODD)));
        synchronized (catalogs) {
            catalogs.put(checksum, made);
        }
        return made;
    }
}
