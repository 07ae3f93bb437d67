package io.greenstack.api.source;

import java.util.List;

/** A library of descriptions. Blocks for as long as it takes, at most for the time that is set. */
interface DescriptionLibrary {

    /**
     * One page of what fits.
     *
     * @param drivers what fits
     * @param total how many the library says there are; as many as there are here where it was narrowed down
     */
    record Found(List<SourceDriver> drivers, long total) {}

    /** @throws SourceException if there is no usable answer */
    Found search(SourceSearch search);

    /**
     * The package of a description, a ZIP.
     *
     * @throws SourceException if there is no usable answer
     */
    byte[] fetch(SourceDriver driver);

    /** Where the package lies, for people. */
    String address(SourceDriver driver);
}
