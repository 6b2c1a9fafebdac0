import { bundle } from "./bundle.ts";
import { cases } from "./cases.ts";
import { controllers } from "./controllers.ts";
import { intake } from "./intake.ts";
import { law } from "./law.ts";
import { letters } from "./letters.ts";
import { notices } from "./notices.ts";
import { permission } from "./permission.ts";
import { preferences } from "./preferences.ts";
import { rights } from "./rights.ts";
import { signin } from "./signin.ts";
import { tracker } from "./tracker.ts";
import { ui } from "./ui.ts";

export const de = {
  bundle,
  cases,
  controllers,
  intake,
  law,
  letters,
  notices,
  permission,
  preferences,
  rights,
  signin,
  tracker,
  ui,
};
