package io.greenstack.api.description;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored device description. Deleted, but never changed, but for the documents, which
 * a newer version of the format makes anew; they are JSON texts that are served as they are. */
@Entity
@Table(name = "description")
public class Description {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, updatable = false)
    String kind;

    @Column(name = "vendor_id", nullable = false)
    long vendorId;

    @Column(name = "device_id", nullable = false)
    long deviceId;

    @Column(name = "vendor_name")
    String vendorName;

    @Column(name = "product_name", nullable = false)
    String productName;

    @Column(name = "product_family")
    String productFamily;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "product_ids", nullable = false, columnDefinition = "text[]")
    String[] productIds;

    @Column(name = "format_version")
    String formatVersion;

    @Column(name = "file_version")
    String fileVersion;

    @Column(name = "major_revision")
    Integer majorRevision;

    @Column(name = "minor_revision")
    Integer minorRevision;

    @Column(name = "release_date")
    LocalDate releaseDate;

    @Column(name = "file_name", nullable = false)
    String fileName;

    @Column(nullable = false)
    String sha256;

    @Column(name = "byte_size", nullable = false)
    long byteSize;

    @Column(name = "parameter_count", nullable = false)
    int parameterCount;

    @Column(name = "finding_count", nullable = false)
    int findingCount;

    @Column(name = "view_version", nullable = false)
    int viewVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String detail;

    @JdbcTypeCode(SqlTypes.JSON)
    String model;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String layout;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String findings;

    @Column(name = "imported_at", nullable = false)
    Instant importedAt;

    @Column(name = "imported_by", nullable = false)
    String importedBy;
}
