package io.greenstack.api.eds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.platform.JsonText;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFile;

/** The EDS view of the catalog. */
@ApplicationScoped
public class EdsService {

    private static final String VIEW_VERSION = "2-";

    private final DescriptionService descriptions;
    private final JsonText json;
    private final EdsModels models;

    @Inject
    public EdsService(DescriptionService descriptions, JsonText json, EdsModels models) {
        this.descriptions = descriptions;
        this.json = json;
        this.models = models;
    }

    /** Summary; 404 when there is no such EDS. */
    EdsEntry entry(long id) {
        return EdsEntry.of(descriptions.summary(id, DescriptionKind.EDS));
    }

    /** Changes with the file and with what this version shows of it. */
    static String version(EdsEntry entry) {
        return VIEW_VERSION + entry.checksum();
    }

    /** Whole detail as JSON. */
    String detail(long id) {
        EdsFile file = models.reading(id).model();
        Integer connection = new EdsLayoutCompiler(file).defaultConnection().map(EdsConnection::number).orElse(null);
        return JsonText.join(json.write(entry(id)), json.write(EdsViews.of(file, connection)));
    }

    /** The file itself. */
    StoredFile file(long id) {
        return descriptions.mainFile(id, DescriptionKind.EDS);
    }
}
