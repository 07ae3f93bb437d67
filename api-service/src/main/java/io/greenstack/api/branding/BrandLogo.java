package io.greenstack.api.branding;

/** A logo: what it is served as, its hash, its octets. */
record BrandLogo(String mediaType, String sha256, byte[] content) {}
