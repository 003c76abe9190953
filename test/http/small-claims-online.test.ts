import { onNode } from './a-tribunal-online.ts';
import { smallClaimsStories } from './small-claims-stories.ts';

smallClaimsStories('Node', onNode);
