package io.greenstack.api.description;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.greenstack.descriptions.FileRole;

/** An original file of a description. */
@Entity
public class DescriptionFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    long descriptionId;
    @Enumerated(EnumType.STRING)
    FileRole role;
    String name;
    String purpose;
    String mediaType;
    long byteSize;
    String sha256;
    byte[] content;
}
