package io.greenstack.api.eds;


import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** The EDS view of the catalog. */
@ApplicationScoped
public class EdsService {

    private final DescriptionService descriptions;
    private final JsonText json;

    @Inject
    public EdsService(DescriptionService descriptions, JsonText json) {
        this.descriptions = descriptions;
        this.json = json;
    }

    /** One page of EDS files. */
    Page<EdsEntry> list(DescriptionFilter filter, String sort, PageRequest page) {
        Page<DescriptionSummary> found = descriptions.list(filter, sort, page);
        return new Page<>(found.items().stream().map(EdsEntry::of).toList(), found.total(), page);
    }

    /** Summary; 404 when there is no such EDS. */
    EdsEntry entry(long id) {
        return EdsEntry.of(descriptions.summary(id, DescriptionKind.EDS));
    }

    /** Whole detail as JSON. */
    String detail(long id) {
        return JsonText.join(json.write(entry(id)), descriptions.detail(id, DescriptionKind.EDS));
    }

    /** One member of the detail as JSON. */
    String member(long id, String member) {
        return descriptions.detailMember(id, DescriptionKind.EDS, member).orElse("[]");
    }

    /** Findings of the reader as JSON. */
    String findings(long id) {
        return descriptions.findings(id, DescriptionKind.EDS);
    }

    /** The file itself. */
    StoredFile file(long id) {
        return descriptions.mainFile(id, DescriptionKind.EDS);
    }
}
