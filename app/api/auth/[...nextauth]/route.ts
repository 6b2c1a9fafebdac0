import { nextAuthRoute } from "#lib/web/auth.ts";

export const GET = nextAuthRoute;
export const POST = nextAuthRoute;
