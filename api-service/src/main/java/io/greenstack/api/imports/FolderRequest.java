package io.greenstack.api.imports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A folder to import.
 *
 * @param folder a folder inside {@code GREENSTACK_IMPORT_FOLDER}, absolute or relative to it; {@code .} for all of it
 */
public record FolderRequest(@NotBlank @Size(max = 4096) String folder) {}
