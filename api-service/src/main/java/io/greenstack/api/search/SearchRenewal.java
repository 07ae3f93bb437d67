package io.greenstack.api.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.api.description.DescriptionRenewal;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.ReadDescription;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Makes anew what searches find of descriptions that an older version stored, and deletes what no description has any longer.
 */
@Singleton
class SearchRenewal extends DescriptionRenewal {

    private static final Logger LOG = Logger.getLogger(SearchRenewal.class);

    private final DescriptionService descriptions;
    private final SearchIndex index;
    private final SearchTidying tidying;

    SearchRenewal(DescriptionFormats formats, DescriptionService descriptions, SearchIndex index,
            SearchTidying tidying) {
        super("search-renewal", "prepared for searches anew", formats);
        this.descriptions = descriptions;
        this.index = index;
        this.tidying = tidying;
    }

    @Override
    protected void run() {
        super.run();
        repeat(() -> QuarkusTransaction.requiringNew().call(tidying::tidy));
    }

    @Override
    protected int renewSome(DescriptionFormat format) {
        List<Long> stale = index.lockStale(format.kind(), BATCH);
        Map<Long, ReadDescription> read = new TreeMap<>();
        for (long id : stale) {
            try {
                read.put(id, descriptions.readAgain(id, format.kind()));
            } catch (DescriptionException e) {
                LOG.warnf("Description %d is found by its name only, because its file is refused now: %s", id,
                        e.getMessage());
                index.writeNames(id, format.kind());
            }
        }
        if (!read.isEmpty()) {
            index.write(read, false);
        }
        return stale.size();
    }
}
