export const bundle = {};
