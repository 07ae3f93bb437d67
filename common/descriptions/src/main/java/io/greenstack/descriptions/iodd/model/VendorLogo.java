package io.greenstack.descriptions.iodd.model;

/**
 * Logo of the vendor.
 *
 * @param name file name of the image
 * @param source place in the file
 */
public record VendorLogo(String name, Source source) implements IoddNode {}
