import { aRegistry } from './a-registry.ts';
import { registryContract } from './registry-contract.ts';

registryContract('Node', () => aRegistry().registry);
