/** Each test file gets a document of its own, while modules live on from file to file: `screen` looks at the present one. */
import { getQueriesForElement, screen } from '@testing-library/preact';

Object.assign(screen, getQueriesForElement(document.body));
