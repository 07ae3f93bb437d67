package io.greenstack.api.note;

/** Which notes a list shows; null = no restriction. */
record NoteFilter(Long descriptionId, NoteStatus status, NotePriority priority, String kind, String category,
        String text) {}
