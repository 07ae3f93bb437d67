package io.greenstack.descriptions.eds.model;

import java.util.Base64;

/**
 * Section [Device]: the identity that a scanner checks with the electronic key.
 *
 * @param vendorCode {@code VendCode}, null if missing
 * @param vendorName {@code VendName}
 * @param productType {@code ProdType}, the CIP device profile, null if missing
 * @param productTypeName {@code ProdTypeStr}
 * @param productCode {@code ProdCode}, null if missing
 * @param majorRevision {@code MajRev}, null if missing
 * @param minorRevision {@code MinRev}, null if missing
 * @param productName {@code ProdName}
 * @param catalog {@code Catalog}
 * @param iconFile {@code Icon}, name of the icon file
 * @param iconContents {@code IconContents}, the icon in Base64, null if missing
 */
public record EdsDevice(Integer vendorCode, String vendorName, Integer productType, String productTypeName,
        Long productCode, Integer majorRevision, Integer minorRevision, String productName, String catalog,
        String iconFile, String iconContents) {

    /** Nothing known. */
    public static final EdsDevice UNKNOWN = new EdsDevice(null, null, null, null, null, null, null, null,
            null, null, null);

    /** The revision, null if the major one is missing. */
    public EdsRevision revision() {
        return majorRevision == null
                ? null
                : new EdsRevision(majorRevision, minorRevision == null ? 0 : minorRevision);
    }

    /** The embedded icon, an empty array if there is none or it is no Base64. */
    public byte[] icon() {
        if (iconContents == null) {
            return new byte[0];
        }
        try {
            return Base64.getMimeDecoder().decode(iconContents);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
