package io.greenstack.api.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of exports. */
@ConfigMapping(prefix = "greenstack.export")
interface ExportSettings {

    /** Most rows of a table; an export of more is refused with 422. */
    @WithDefault("100000")
    int maxRows();
}
