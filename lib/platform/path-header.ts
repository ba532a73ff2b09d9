/** Where the proxy writes the path that was asked for, over whatever a browser sends. */
export const pathHeader = 'x-delt-path'
