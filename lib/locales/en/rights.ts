export const rights = {};
