package io.greenstack.api.description;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.greenstack.descriptions.FileRole;

/** An original file of a description. */
@Entity
@Table(name = "description_file")
public class DescriptionFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "description_id", nullable = false)
    long descriptionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    FileRole role;

    @Column(nullable = false)
    String name;

    String purpose;

    @Column(name = "media_type", nullable = false)
    String mediaType;

    @Column(name = "byte_size", nullable = false)
    long byteSize;

    @Column(nullable = false)
    String sha256;

    @Column(nullable = false)
    byte[] content;
}
