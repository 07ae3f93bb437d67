package io.greenstack.api.iodd.parameter;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.iodd.IoddModels;
import io.greenstack.descriptions.iodd.parameter.ParameterCatalog;

/** The parameters of stored descriptions. Those used last are kept, by catalog id and checksum of the file. */
@ApplicationScoped
public class ParameterService {

    private static final int KEPT = 64;

    private final DescriptionService descriptions;
    private final IoddModels models;
    private final Map<String, ParameterCatalog> catalogs = new LinkedHashMap<>(KEPT, 0.75f, true);

    @Inject
    public ParameterService(DescriptionService descriptions, IoddModels models) {
        this.descriptions = descriptions;
        this.models = models;
    }

    /**
     * The parameters of an IODD.
     *
     * @throws io.greenstack.api.platform.ApiException 404 when there is no such IODD
     */
    public ParameterCatalog catalog(long descriptionId) {
        DescriptionSummary summary = descriptions.summary(descriptionId, DescriptionKind.IODD);
        String key = summary.id() + "/" + summary.sha256();
        synchronized (catalogs) {
            ParameterCatalog known = catalogs.get(key);
            if (known != null) {
                return known;
            }
        }
        ParameterCatalog made = ParameterCatalog.of(models.of(summary));
        synchronized (catalogs) {
            catalogs.put(key, made);
            if (catalogs.size() > KEPT) {
                catalogs.remove(catalogs.keySet().iterator().next());
            }
        }
        return made;
    }
}
