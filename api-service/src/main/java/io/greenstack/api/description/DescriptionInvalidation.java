package io.greenstack.api.description;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.cache.CacheTags;

/** Makes what the cache has of descriptions invalid when they come and go. */
@ApplicationScoped
class DescriptionInvalidation {

    private final CacheTags cache;

    DescriptionInvalidation(CacheTags cache) {
        this.cache = cache;
    }

    void onStored(@Observes DescriptionEvents.Stored event) {
        cache.descriptionsChange(event.descriptions().stream().map(DescriptionSummary::id).toList());
    }

    void onRemoving(@Observes DescriptionEvents.Removing event) {
        cache.descriptionsChange(List.of(event.id()));
    }
}
