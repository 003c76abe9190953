import { smallClaimsStories } from '../http/small-claims-stories.ts';
import { onWorkerd } from './on-workerd.ts';

smallClaimsStories('workerd', onWorkerd);
