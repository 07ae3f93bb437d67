/**
 * Imports: uploads of a few files, which are stored whole or not at all, and jobs that take in a library package by package.
 * Both take IODDs and EDS files in one go and say for every file what became of it.
 */
package io.greenstack.api.imports;
