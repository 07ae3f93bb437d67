package io.greenstack.descriptions.eds.view;

import java.util.List;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.model.EdsFile.EdsModule;
import io.greenstack.descriptions.eds.model.EdsFile.Modular;

/**
 * Modules of a device.
 *
 * @param modular section [Modular]: width of a module, or slots of a chassis, and racks it fits
 * @param modules entries {@code ModuleN}, fields by position
 * @param totalCount number of modules
 */
public record ModulesView(Modular modular, List<EdsModule> modules, int totalCount) implements Sparse {}
