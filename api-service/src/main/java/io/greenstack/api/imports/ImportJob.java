package io.greenstack.api.imports;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** The record of an import job. */
@Entity
public class ImportJob {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @Enumerated(EnumType.STRING)
    JobSource source;
    String label;
    @Enumerated(EnumType.STRING)
    JobState state;
    String instance;
    String requestedBy;
    Instant requestedAt;
    Instant startedAt;
    Instant finishedAt;
    Instant heartbeatAt;
    boolean cancelWanted;
    boolean scanned;
    long packagesFound;
    long packagesDone;
    long imported;
    long alreadyKnown;
    long replaced;
    long refused;
    long ignored;
    long results;
    String message;
}
