package io.greenstack.api.branding;

import java.time.Instant;

import io.greenstack.descriptions.Sparse;

/**
 * How the suite presents itself.
 *
 * @param name name of the product or of the plant
 * @param primaryColor colour of what can be clicked, {@code #rrggbb}
 * @param accentColor second colour, {@code #rrggbb}
 * @param logo path of the logo, which changes with it; absent if there is none
 * @param custom false while nobody has set anything
 * @param updatedAt when it was set, absent if it was not
 */
record BrandingView(String name, String primaryColor, String accentColor, String logo, boolean custom,
        Instant updatedAt) implements Sparse {}
