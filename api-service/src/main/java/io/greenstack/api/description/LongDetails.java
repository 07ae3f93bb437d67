package io.greenstack.api.description;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.PartQuery;

/**
 * Details of descriptions with unusually many parameters: they have the first ones only, and say where the next ones are. Such a
 * file of 70,000 would otherwise make an answer of 20 MB for every screen that shows the name of the product.
 */
@ApplicationScoped
public class LongDetails {

    private final JsonText json;

    LongDetails(JsonText json) {
        this.json = json;
    }

    /**
     * The detail as it is answered.
     *
     * @param path of the description
     */
    public String shorten(String detail, DescriptionSummary summary, String path) {
        return summary.parameterCount() <= PartQuery.MOST
                ? detail
                : json.cut(detail, StoredDocuments.PARAMETERS, PartQuery.MOST,
                        next(summary, path));
    }

    /** The member that says where the next parameters are. */
    public static Map<String, String> next(DescriptionSummary summary, String path) {
        return Map.of("parameters_next", path + summary.id() + "/parameters?page=2");
    }
}
