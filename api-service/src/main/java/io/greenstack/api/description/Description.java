package io.greenstack.api.description;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored device description. Deleted, but never changed, but for the documents, which
 * a newer version of the format makes anew; they are JSON texts that are served as they are. */
@Entity
public class Description {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String kind;
    long vendorId;
    long deviceId;
    String vendorName;
    String productName;
    String productFamily;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] productIds;
    String formatVersion;
    String fileVersion;
    Integer majorRevision;
    Integer minorRevision;
    LocalDate releaseDate;
    String fileName;
    String sha256;
    long byteSize;
    int parameterCount;
    int findingCount;
    int viewVersion;
    @JdbcTypeCode(SqlTypes.JSON)
    String detail;
    @JdbcTypeCode(SqlTypes.JSON)
    String model;
    @JdbcTypeCode(SqlTypes.JSON)
    String layout;
    @JdbcTypeCode(SqlTypes.JSON)
    String findings;
    Instant importedAt;
    String importedBy;
}
